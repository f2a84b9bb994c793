/** A plan on screen: its address, its tabs, its section tree with initiatives and versions, and its place in the frame. */
@NullMarked
package jp.kyosei.ui.plan;

import org.jspecify.annotations.NullMarked;
