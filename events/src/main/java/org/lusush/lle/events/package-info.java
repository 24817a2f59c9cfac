// SPDX-License-Identifier: Apache-2.0
/**
 * The vocabulary of a line editor's work, and the JFR event types that record it.
 *
 * <p>Nothing here depends on more than the JDK. Readers of recordings use the names in {@link
 * org.lusush.lle.events.schema} and never load an event class, since a recording may come from
 * another version.
 */
package org.lusush.lle.events;
