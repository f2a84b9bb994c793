/**
 * Files as Office packs them (ISO/IEC 29500-2): a zip file of parts, most of them XML, with a list of what they are. Everything
 * that comes from outside is taken apart here and nowhere else; whoever asks says in its own words why a file is refused.
 */
@NullMarked
package jp.kyosei.backend.officefile;

import org.jspecify.annotations.NullMarked;
