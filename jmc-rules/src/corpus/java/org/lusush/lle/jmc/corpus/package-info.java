// SPDX-License-Identifier: Apache-2.0
/**
 * Recordings with known contents, made by the JVM that runs a test: for each rule one that it must
 * find something in, and one in which no rule must. Compiled into the tests of every module that
 * runs the rules.
 */
package org.lusush.lle.jmc.corpus;
