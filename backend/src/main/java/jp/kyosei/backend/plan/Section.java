package jp.kyosei.backend.plan;

import org.jspecify.annotations.Nullable;

/**
 * A section (体系) in the tree of a plan version.
 *
 * @param number as the plan prints it, such as {@code 1-1-2}; unique within the version
 * @param parent the number of the section above; none at the top
 * @param level 1 at the top; the plan's {@code levelNames} name it
 * @param body what the section is about (内容); may be empty
 */
public record Section(SectionId id, String number, @Nullable String parent, int level, String title, String body) {}
