package jp.kyosei.backend.report.data;

import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteSubject;
import jp.kyosei.backend.report.data.DataTable.Datum;
import jp.kyosei.backend.report.document.NotesPaper;
import jp.kyosei.backend.tenancy.OwnerKind;

/** The table of 意見一覧. */
public final class NotesTable {
    private NotesTable() {}

    /** A row for each note, and one for each reply to it. */
    public static DataTable of(List<Note> notes, OwnerKind kind) {
        List<List<Datum>> rows = new ArrayList<>();
        for (int index = 0; index < notes.size(); index++) {
            Note note = notes.get(index);
            List<Datum> head = List.of(
                    Datum.of(index + 1),
                    Datum.year(note.fiscalYear()),
                    Datum.era(note.fiscalYear()),
                    Datum.of(note.subject() instanceof NoteSubject.OfIndicator of ? of.no() : ""),
                    Datum.of(note.subject() instanceof NoteSubject.OfSection of ? of.number() : ""),
                    Datum.of(note.subject().label()),
                    Datum.of(note.visibility().labelIn(kind)),
                    Datum.of(note.state().label()));
            rows.add(row(
                    head,
                    note.kind().label(),
                    note.author().whose(),
                    note.author().name(),
                    note.writtenAt().toString(),
                    note.text()));
            NotesPaper.standing(note)
                    .forEach(reply -> rows.add(row(
                            head,
                            reply.answers() ? "回答" : "返信",
                            reply.author().whose(),
                            reply.author().name(),
                            reply.writtenAt().toString(),
                            reply.text())));
        }
        return new DataTable(
                "データ",
                List.of("番号", "年度", "年度（和暦）", "指標番号", "体系番号", "対象", "見える人", "状態", "種類", "立場", "氏名", "日時（UTC）", "本文"),
                rows);
    }

    private static List<Datum> row(List<Datum> head, String... words) {
        List<Datum> row = new ArrayList<>(head);
        for (String word : words) {
            row.add(Datum.of(word));
        }
        return row;
    }
}
