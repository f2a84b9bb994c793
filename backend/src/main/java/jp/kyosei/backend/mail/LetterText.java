package jp.kyosei.backend.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a letter says of the notices that it tells, without the footer. */
final class LetterText {
    private static final String RULE = "\n\n――――――――――\n\n";

    private LetterText() {}

    /** The subject of a letter; that to the secretariat says so in front. */
    static String subject(List<NoticePart> parts, boolean standsIn) {
        String subject = parts.getFirst().subject();
        return standsIn ? "【宛先なし】" + subject : subject;
    }

    static String body(List<NoticePart> parts, boolean standsIn) {
        return standsIn ? standingIn(parts) : told(gathered(parts));
    }

    /** Those that say the same become one, in the order in which they were posted. */
    private static List<NoticePart> gathered(List<NoticePart> parts) {
        List<NoticePart> gathered = new ArrayList<>();
        for (NoticePart part : parts) {
            int known = 0;
            while (known < gathered.size() && !gathered.get(known).goesWith(part)) {
                known++;
            }
            if (known < gathered.size()) {
                gathered.set(known, gathered.get(known).with(part));
            } else {
                gathered.add(part);
            }
        }
        return gathered;
    }

    private static String told(List<NoticePart> parts) {
        return parts.stream().map(LetterText::told).collect(Collectors.joining(RULE));
    }

    private static String told(NoticePart part) {
        if (!part.lists()) {
            return part.body();
        }
        return "%s\n\n%s（%d件）\n%s%s"
                .formatted(
                        part.body(),
                        part.head(),
                        part.count(),
                        list(part),
                        part.closing().isEmpty() ? "" : "\n\n" + part.closing());
    }

    private static String list(NoticePart part) {
        List<String> shown =
                part.lines().stream().limit(Notice.Listing.LINES_AT_MOST).toList();
        String listed = String.join("\n", shown);
        return part.count() == shown.size() ? listed : listed + "\nほか %d 件".formatted(part.count() - shown.size());
    }

    private static String standingIn(List<NoticePart> parts) {
        String desks =
                parts.stream().map(NoticePart::desk).distinct().map("・"::concat).collect(Collectors.joining("\n"));
        List<NoticePart> rest = new ArrayList<>(parts);
        List<String> told = new ArrayList<>();
        while (!rest.isEmpty()) {
            NoticePart first = rest.getFirst();
            List<NoticePart> alike = rest.stream()
                    .filter(part ->
                            part.body().equals(first.body()) && part.closing().equals(first.closing()))
                    .toList();
            rest.removeAll(alike);
            told.add(alike.stream()
                    .filter(NoticePart::lists)
                    .map(part -> "\n\n■ %s　%s（%d件）\n%s".formatted(part.desk(), part.head(), part.count(), list(part)))
                    .collect(Collectors.joining(
                            "", first.body(), first.closing().isEmpty() ? "" : "\n\n" + first.closing())));
        }
        return """
                次の宛先には、登録されている人がいないか、メールの宛先がないため、このお知らせが届いていません。
                代わりに事務局にお送りします。担当課に伝え、団体管理者に担当者の登録を依頼してください。

                %s%s届かなかったお知らせ

                %s""".formatted(desks, RULE, String.join(RULE, told));
    }
}
