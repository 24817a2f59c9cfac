// SPDX-License-Identifier: Apache-2.0
/**
 * The one formula of the performance score, for the recorder, the analyzer and the JMC rules alike.
 */
package org.lusush.lle.events.score;
