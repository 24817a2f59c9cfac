// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The folders of the control groups that a process is in, its own first, up to the topmost that it
 * can see.
 *
 * @param version 1 or 2, or 0 where there is none
 * @param folders the folders, empty where there is none
 */
record CgroupPaths(int version, List<Path> folders) {

  private static final CgroupPaths NONE = new CgroupPaths(0, List.of());

  /** Where the words of a line of {@code mountinfo} stand. */
  private static final int ROOT = 3;

  private static final int MOUNT_POINT = 4;

  /**
   * Finds the groups that limit one resource.
   *
   * @param root the root of the file system
   * @param controller name of the controller of version 1, such as {@code memory}; empty for
   *     version 2 only
   */
  static CgroupPaths find(Path root, String controller) {
    try {
      var groups = lines(root.resolve("proc/self/cgroup"));
      var mounts = lines(root.resolve("proc/self/mountinfo"));
      if (!controller.isEmpty()) {
        var old = find(root, groups, mounts, controller);
        if (old.version() != 0) {
          return old;
        }
      }
      return find(root, groups, mounts, "");
    } catch (IOException | SecurityException e) {
      return NONE;
    }
  }

  /** Bytes that are no text, such as in names of mounts, do no harm. */
  private static List<String> lines(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).lines().toList();
  }

  private static CgroupPaths find(
      Path root, List<String> groups, List<String> mounts, String controller) {
    for (var group : groups) {
      var parts = group.split(":", 3);
      if (parts.length == 3 && Arrays.asList(parts[1].split(",", -1)).contains(controller)) {
        for (var mount : mounts) {
          if (mounts(mount, controller)) {
            var folders = folders(root, mount.split(" ", -1), parts[2]);
            if (!folders.isEmpty()) {
              return new CgroupPaths(controller.isEmpty() ? 2 : 1, folders);
            }
          }
        }
      }
    }
    return NONE;
  }

  private static boolean mounts(String mount, String controller) {
    int options = mount.indexOf(" - ");
    if (options < 0) {
      return false;
    }
    var words = mount.substring(options + 3).split(" ", 3);
    return controller.isEmpty()
        ? words[0].equals("cgroup2")
        : words[0].equals("cgroup")
            && words.length == 3
            && Arrays.asList(words[2].split(",", -1)).contains(controller);
  }

  private static List<Path> folders(Path root, String[] mount, String group) {
    if (mount.length <= MOUNT_POINT || !mount[MOUNT_POINT].startsWith("/")) {
      return List.of();
    }
    var top = root.resolve(mount[MOUNT_POINT].substring(1));
    var own = top.resolve(relative(mount[ROOT], group)).normalize();
    var folders = new ArrayList<Path>();
    for (var folder = own; folder != null && folder.startsWith(top); folder = folder.getParent()) {
      if (Files.isDirectory(folder)) {
        folders.add(folder);
      }
    }
    return List.copyOf(folders);
  }

  /** Returns where a group is below a mount, which shows the groups from its own root on. */
  private static String relative(String mountRoot, String group) {
    if (!mountRoot.equals("/") && (group + "/").startsWith(mountRoot + "/")) {
      return group.substring(mountRoot.length()).replaceFirst("^/", "");
    }
    return mountRoot.equals("/") ? group.replaceFirst("^/", "") : "";
  }
}
