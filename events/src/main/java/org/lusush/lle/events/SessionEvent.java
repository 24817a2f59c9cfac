// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.SettingDefinition;
import jdk.jfr.StackTrace;
import jdk.jfr.Timestamp;
import org.lusush.lle.events.schema.EventSchema;

/**
 * What is being observed, once a chunk. Not thread-safe; an object may be used again after its
 * commit.
 */
@Name(EventSchema.Session.TYPE)
@Label("Session")
@Description("The shell, its editor and terminal, and what the recorder has counted so far")
@Category("Line Editor")
@StackTrace(false)
@Period("everyChunk")
public final class SessionEvent extends Event {

  @Label("Shell")
  @Description("Name that the shell gave when it started the recorder")
  public String shell = "";

  @Label("Editor")
  @Description("Library that edits the line, with its version")
  public String editor = "";

  @Label("Recorder")
  @Description("Version of the recorder")
  public String recorder = "";

  @Label("Schema Version")
  @Description("Version of the event types")
  @Identifier
  public int schemaVersion;

  @Label("Terminal")
  @Description("Type of the terminal, such as xterm-256color")
  public String terminal = "";

  @Label("Columns")
  @Description("Width of the terminal in characters, or 0 when unknown")
  @Count
  public int columns;

  @Label("Rows")
  @Description("Height of the terminal in lines, or 0 when unknown")
  @Count
  public int rows;

  @Label("Started")
  @Description("When the recorder started")
  @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
  public long started;

  @Label("Lines")
  @Description("Lines read from the user so far")
  @Count
  public long lines;

  @Label("Keystrokes")
  @Description("Keystrokes answered so far")
  @Count
  public long keystrokes;

  @Label("Dropped")
  @Description(
      "Measurements given up so far because they were nested too deeply or ended out of order")
  @Count
  public long dropped;

  @Label("Failures")
  @Description("Faults of the recorder itself so far, kept from the shell")
  @Count
  public long failures;

  /** Returns true: the level decides what is measured, not what of it is recorded. */
  @SettingDefinition
  @Name("level")
  @Label("Level")
  @Description(
      "What the recording asks the recorder to measure: configured, normal, detailed or exhaustive")
  boolean isMeasured(LevelSetting setting) {
    return true;
  }
}
