// SPDX-License-Identifier: Apache-2.0

/** What a command line does: expansion, built-ins, programs, pipelines. */
@NullMarked
package org.lusush.lle.examples.shell.command;

import org.jspecify.annotations.NullMarked;
