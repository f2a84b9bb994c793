/** What narrows a list, and which page of it is shown: both stand in the address, so that they can be sent to a colleague. */
@NullMarked
package jp.kyosei.ui.filter;

import org.jspecify.annotations.NullMarked;
