// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.decode;

/** What a slot of a {@link Row} holds. */
public enum Kind {
  /** An integer, a time or a size. */
  NUMBER,
  REAL,
  FLAG,
  TEXT,
  /** The key of a constant. */
  REFERENCE,
  /** Where in the chunk an array begins. */
  ARRAY,
  /** Nothing that can be taken out. */
  OTHER
}
