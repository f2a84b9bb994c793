package jp.kyosei.ui.shell;

import java.util.List;

/**
 * What the frame shows.
 *
 * @param owner the owner whose plans are on the screen; blank where none is chosen
 * @param owners what can be switched to; the switcher is left out where there is nothing to choose
 * @param standing who the person is here, as colleagues say it: 一関市 政策企画課（事務局）
 * @param member whether the person only reads and writes for the committee here, and gets its frame
 * @param navigation only what exists and may be used; empty groups are left out
 */
public record FrameContent(
        String owner, List<NavigationEntry> owners, String standing, boolean member, List<NavigationGroup> navigation) {
    public FrameContent {
        owners = List.copyOf(owners);
        navigation =
                navigation.stream().filter(group -> !group.entries().isEmpty()).toList();
    }
}
