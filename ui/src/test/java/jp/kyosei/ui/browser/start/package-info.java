/** How the service begins: nothing is there, and everything comes into being on its screens. */
@NullMarked
package jp.kyosei.ui.browser.start;

import org.jspecify.annotations.NullMarked;
