// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

/** A recorder as it is from the first prompt on. */
public final class AwakeRecorder {

  private AwakeRecorder() {}

  /** Starts one. */
  public static EditorRecorder start() {
    var recorder = EditorRecorder.start(RecorderConfig.of("test"));
    recorder.monitor();
    return recorder;
  }
}
