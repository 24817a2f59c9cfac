// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

import org.jspecify.annotations.Nullable;

/** Passes on what woven code tells, with the agent's permissions: under a security manager only. */
final class PrivilegedHooks implements Hooks {

  private final Hooks hooks;

  PrivilegedHooks(Hooks hooks) {
    this.hooks = hooks;
  }

  @Override
  public void before(
      int point,
      @Nullable Object owner,
      @Nullable Object target,
      @Nullable Object argument,
      int number) {
    Privileges.use(
        () -> {
          hooks.before(point, owner, target, argument, number);
          return this;
        });
  }

  @Override
  public void after(int point, @Nullable Object result, int number) {
    Privileges.use(
        () -> {
          hooks.after(point, result, number);
          return this;
        });
  }

  @Override
  public void failed(int point, Throwable thrown) {
    Privileges.use(
        () -> {
          hooks.failed(point, thrown);
          return this;
        });
  }
}
