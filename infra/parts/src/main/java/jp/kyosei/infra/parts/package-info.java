/** What is shipped and under which licences; it fails where there is something that nobody has read. */
@NullMarked
package jp.kyosei.infra.parts;

import org.jspecify.annotations.NullMarked;
