// SPDX-License-Identifier: Apache-2.0
/** What makes an operation a hot spot, for the recorder, the analyzer and the JMC rules alike. */
package org.lusush.lle.events.hotspot;
