package jp.kyosei.ui.shell;

import java.util.List;

/** Entries of the side navigation under one heading: 計画, しごと, 資料, 設定. */
public record NavigationGroup(String heading, List<NavigationEntry> entries) {
    public NavigationGroup {
        entries = List.copyOf(entries);
    }
}
