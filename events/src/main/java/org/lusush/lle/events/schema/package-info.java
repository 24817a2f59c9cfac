// SPDX-License-Identifier: Apache-2.0
/** Names that readers of recordings need, apart from the classes that write them. */
package org.lusush.lle.events.schema;
