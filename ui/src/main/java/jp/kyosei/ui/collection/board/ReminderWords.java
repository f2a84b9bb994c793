package jp.kyosei.ui.collection.board;

import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.collection.reminder.Reminded;

/** Says what a reminder did, with the numbers as they are. */
final class ReminderWords {
    private ReminderWords() {}

    static String of(Reminded reminded) {
        List<String> said = new ArrayList<>();
        if (reminded.departments() > 0) {
            said.add("未提出 %d 件について、%d 課の %d 人へ督促を送りました。"
                    .formatted(reminded.tasks(), reminded.departments(), reminded.people()));
        } else {
            said.add("未提出は %d 件ですが、督促は送りませんでした。".formatted(reminded.tasks()));
        }
        if (!reminded.already().isEmpty()) {
            said.add("%d 課には今日すでに送っているので、送りません。".formatted(reminded.already().size()));
        }
        if (!reminded.nobody().isEmpty()) {
            said.add("%d 課には宛先のある担当者がいません。事務局にお知らせします。"
                    .formatted(reminded.nobody().size()));
        }
        if (!reminded.switchedOff().isEmpty()) {
            said.add("%d 課は、担当者の全員が督促のメールを止めています。"
                    .formatted(reminded.switchedOff().size()));
        }
        if (!reminded.mailLeaves()) {
            said.add("メールの送信が設定されていないので、まだ届きません。");
        }
        return String.join("", said);
    }
}
