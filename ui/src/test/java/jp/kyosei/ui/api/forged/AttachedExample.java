package jp.kyosei.ui.api.forged;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.attachment.AttachOutcome;
import jp.kyosei.backend.discussion.NewNote;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.discussion.thread.NoteWriting;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.RunningKyosei;

/** A file on a public note of one owner, for tests in which all others look for it. */
record AttachedExample(String plan, String id) {
    private static final String PDF = "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\nstartxref\n9\n%%EOF\n";

    static final AttachedExample OF_MINE = attach("mine-strategy-2", DemonstrationUser.MINE);

    private static AttachedExample attach(String plan, DemonstrationUser user) {
        RunningKyosei kyosei = RunningKyosei.get();
        Actor actor = kyosei.bean(IdentityService.class).actorOf(user.subject()).orElseThrow();
        NoteWriting writing = kyosei.bean(NoteWriting.class);
        Note note = writing.write(
                actor,
                plan,
                new NewNote(
                        new NoteTarget.Plan(), new FiscalYear(2023), NoteKind.OPINION, Visibility.PUBLIC, "資料を付けます。"));
        AttachOutcome outcome = writing.attach(
                actor, note.id(), "資料.pdf", new ByteArrayInputStream(PDF.getBytes(StandardCharsets.US_ASCII)));
        return switch (outcome) {
            case AttachOutcome.Attached attached ->
                new AttachedExample(plan, attached.attachment().id().toString());
            case AttachOutcome.NotTaken notTaken -> throw new IllegalStateException(notTaken.message());
        };
    }
}
