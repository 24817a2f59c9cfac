// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What was observed, as the recorder last said.
 *
 * @param started when the recorder started, when known
 * @param lines lines read from the user since then
 * @param keystrokes keystrokes answered since then
 * @param dropped measurements given up since then
 */
public record Session(
    String shell,
    String editor,
    String terminal,
    String recorder,
    long schemaVersion,
    Optional<Instant> started,
    long lines,
    long keystrokes,
    long dropped) {}
