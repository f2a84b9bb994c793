package jp.kyosei.backend.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.attachment.AttachOutcome.Cause;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.discussion.NewNote;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.NoteStep;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.discussion.thread.NoteChanging;
import jp.kyosei.backend.discussion.thread.NoteFollowing;
import jp.kyosei.backend.discussion.thread.NoteReading;
import jp.kyosei.backend.discussion.thread.NoteWriting;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AttachmentTest {
    private static final String VISION = "ichinoseki-hiraizumi-vision-2";
    private static final RunningBackend BACKEND = RunningBackend.alone();

    private final NoteReading discussion = BACKEND.bean(NoteReading.class);
    private final NoteWriting writing = BACKEND.bean(NoteWriting.class);
    private final NoteChanging changing = BACKEND.bean(NoteChanging.class);
    private final NoteFollowing following = BACKEND.bean(NoteFollowing.class);
    private final AttachmentService attachments = BACKEND.bean(AttachmentService.class);

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void a_file_comes_back_as_it_was_attached_and_stands_with_its_note() throws IOException {
        Note note = secretariatWrites(Visibility.MEMBERS);
        byte[] content = SampleFiles.docx();

        Attachment attached = attached(attach(DemonstrationUser.SECRETARIAT, note, "../宿泊者数\u202E 内訳.DOCX", content));

        assertThat(attached.name()).isEqualTo("宿泊者数 内訳.DOCX");
        assertThat(attached.mediaType()).isEqualTo(FileKind.WORD.mediaType());
        assertThat(attached.size()).isEqualTo(content.length);
        AttachedFile file = attachments.file(user(DemonstrationUser.HIRAIZUMI), attached.id());
        assertThat(file.bytes()).isEqualTo(content);
        assertThat(file.open().readAllBytes()).isEqualTo(content);
        assertThat(discussion.note(user(DemonstrationUser.HIRAIZUMI), note.id()).attachments())
                .containsExactly(attached);
        assertThat(discussion
                        .pad(
                                user(DemonstrationUser.HIRAIZUMI),
                                VISION,
                                new NoteTarget.Indicator("9"),
                                new FiscalYear(2022))
                        .notes())
                .filteredOn(read -> read.id().equals(note.id()))
                .singleElement()
                .satisfies(read -> assertThat(read.attachments()).hasSize(1));
    }

    @ParameterizedTest
    @EnumSource(
            value = DemonstrationUser.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SECRETARIAT", "IIN"})
    void what_hangs_on_a_note_of_committee_and_secretariat_does_not_exist_for_others(DemonstrationUser user) {
        Note note = secretariatWrites(Visibility.COUNCIL);
        Attachment attached = attached(attach(DemonstrationUser.SECRETARIAT, note, "a.pdf", SampleFiles.pdf()));
        Actor other = user(user);
        assertThatThrownBy(() -> attachments.file(other, attached.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> attachments.remove(other, attached.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> attach(user, note, "b.pdf", SampleFiles.pdf())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> attachments.attach(other, note.id().value(), "b.pdf", InputStream.nullInputStream()))
                .isInstanceOf(NotFoundException.class);
        assertThat(attachments.file(user(DemonstrationUser.IIN), attached.id()).attachment())
                .isEqualTo(attached);
    }

    @ParameterizedTest
    @EnumSource(
            value = DemonstrationUser.class,
            names = {"MINE", "MINE_STAFF", "DAISEN", "OPERATOR"})
    void what_hangs_on_a_public_note_does_not_exist_for_another_owner(DemonstrationUser user) {
        Note note = secretariatWrites(Visibility.PUBLIC);
        Attachment attached = attached(attach(DemonstrationUser.SECRETARIAT, note, "a.pdf", SampleFiles.pdf()));
        assertThatThrownBy(() -> attachments.file(user(user), attached.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> attachments.remove(user(user), attached.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_file_of_a_note_that_is_narrowed_is_hidden_with_it() {
        Actor hiraizumi = user(DemonstrationUser.HIRAIZUMI);
        Note note = writing.write(hiraizumi, VISION, note(Visibility.PUBLIC));
        Attachment attached = attached(attach(DemonstrationUser.HIRAIZUMI, note, "a.png", SampleFiles.png()));
        assertThat(attachments
                        .file(user(DemonstrationUser.ICHINOSEKI), attached.id())
                        .attachment())
                .isEqualTo(attached);

        changing.show(hiraizumi, note.id(), note.version(), Visibility.COUNCIL, "");

        assertThatThrownBy(() -> attachments.file(user(DemonstrationUser.ICHINOSEKI), attached.id()))
                .isInstanceOf(NotFoundException.class);
        assertThat(attachments.file(hiraizumi, attached.id()).attachment()).isEqualTo(attached);
    }

    @Test
    void only_who_wrote_the_note_or_a_reply_attaches() {
        Note note = secretariatWrites(Visibility.MEMBERS);
        assertThatThrownBy(() -> attach(DemonstrationUser.HIRAIZUMI, note, "a.pdf", SampleFiles.pdf()))
                .isInstanceOf(ForbiddenException.class);

        writing.reply(user(DemonstrationUser.HIRAIZUMI), note.id(), "資料を付けます。", true);

        attached(attach(DemonstrationUser.HIRAIZUMI, note, "a.pdf", SampleFiles.pdf()));
    }

    @Test
    void the_file_of_a_withdrawn_note_is_left_to_its_author_and_the_secretariat() {
        Actor hiraizumi = user(DemonstrationUser.HIRAIZUMI);
        Note note = writing.write(hiraizumi, VISION, note(Visibility.PUBLIC));
        Attachment attached = attached(attach(DemonstrationUser.HIRAIZUMI, note, "a.pdf", SampleFiles.pdf()));
        changing.withdraw(hiraizumi, note.id(), note.version());

        assertThatThrownBy(() -> attachments.file(user(DemonstrationUser.IIN), attached.id()))
                .isInstanceOf(NotFoundException.class);
        assertThat(attachments.file(hiraizumi, attached.id()).attachment()).isEqualTo(attached);
        assertThat(attachments
                        .file(user(DemonstrationUser.SECRETARIAT), attached.id())
                        .attachment())
                .isEqualTo(attached);
        assertThatThrownBy(() -> attach(DemonstrationUser.HIRAIZUMI, note, "b.pdf", SampleFiles.pdf()))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void the_file_of_a_withdrawn_reply_goes_with_the_reply() {
        Actor hiraizumi = user(DemonstrationUser.HIRAIZUMI);
        Note note = secretariatWrites(Visibility.MEMBERS);
        Note replied = writing.reply(hiraizumi, note.id(), "資料を付けます。", true);
        Attachment attached = attached(attach(DemonstrationUser.HIRAIZUMI, note, "a.pdf", SampleFiles.pdf()));
        assertThat(attachments.file(user(DemonstrationUser.IIN), attached.id()).attachment())
                .isEqualTo(attached);

        changing.withdrawReply(
                hiraizumi,
                note.id(),
                replied.replies().getFirst().id(),
                replied.replies().getFirst().version());

        assertThatThrownBy(() -> attachments.file(user(DemonstrationUser.IIN), attached.id()))
                .isInstanceOf(NotFoundException.class);
        assertThat(discussion.note(user(DemonstrationUser.IIN), note.id()).attachments())
                .isEmpty();
    }

    @Test
    void what_is_removed_is_gone_for_everybody_and_only_who_attached_it_removes_it() {
        Note note = secretariatWrites(Visibility.PUBLIC);
        Actor secretariat = user(DemonstrationUser.SECRETARIAT);
        Attachment attached = attached(attach(DemonstrationUser.SECRETARIAT, note, "a.pdf", SampleFiles.pdf()));
        assertThatThrownBy(() -> attachments.remove(user(DemonstrationUser.HIRAIZUMI), attached.id()))
                .isInstanceOf(ForbiddenException.class);

        attachments.remove(secretariat, attached.id());

        assertThatThrownBy(() -> attachments.file(secretariat, attached.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> attachments.remove(secretariat, attached.id())).isInstanceOf(NotFoundException.class);
        assertThat(discussion.note(secretariat, note.id()).attachments()).isEmpty();
    }

    @Test
    void a_closed_note_takes_no_more_files() {
        Note note = secretariatWrites(Visibility.MEMBERS);
        changing.step(user(DemonstrationUser.SECRETARIAT), note.id(), note.version(), NoteStep.CLOSE);
        assertThatThrownBy(() -> attach(DemonstrationUser.SECRETARIAT, note, "a.pdf", SampleFiles.pdf()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("完了");
    }

    @ParameterizedTest
    @CsvSource({"報告.docx", "報告.pdf.exe", "報告", "報告.png", "報告.ｐｄｆ", "報告.pdf/"})
    void the_ending_has_to_say_what_the_content_is(String name) {
        Note note = secretariatWrites(Visibility.MEMBERS);
        AttachOutcome.NotTaken notTaken =
                notTaken(attach(DemonstrationUser.SECRETARIAT, note, name, SampleFiles.pdf()));
        assertThat(notTaken.cause()).isEqualTo(Cause.UNSUITABLE);
        assertThat(notTaken.message()).contains("中身は PDF", ".pdf に直して");
    }

    @Test
    void an_endless_stream_is_not_read_beyond_the_limit() {
        Note note = secretariatWrites(Visibility.MEMBERS);
        long[] read = {0};
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read[0]++;
                return '%';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                read[0] += length;
                return length;
            }
        };
        AttachOutcome outcome = writing.attach(user(DemonstrationUser.SECRETARIAT), note.id(), "endless.pdf", endless);
        assertThat(notTaken(outcome).cause()).isEqualTo(Cause.TOO_LARGE);
        assertThat(read[0]).isEqualTo(AttachmentService.MOST_BYTES + 1);
    }

    @Test
    void ten_mebibytes_are_taken_and_one_byte_more_is_not() {
        Note note = secretariatWrites(Visibility.MEMBERS);
        byte[] largest = new byte[AttachmentService.MOST_BYTES];
        byte[] pdf = SampleFiles.pdf();
        System.arraycopy(pdf, 0, largest, 0, pdf.length);
        assertThat(attached(attach(DemonstrationUser.SECRETARIAT, note, "a.pdf", largest))
                        .size())
                .isEqualTo(AttachmentService.MOST_BYTES);
        assertThat(notTaken(attach(
                                DemonstrationUser.SECRETARIAT, note, "b.pdf", SampleFiles.joined(largest, new byte[1])))
                        .cause())
                .isEqualTo(Cause.TOO_LARGE);
    }

    @Test
    void the_same_file_sent_twice_hangs_there_once() {
        Note note = secretariatWrites(Visibility.MEMBERS);
        Attachment first = attached(attach(DemonstrationUser.SECRETARIAT, note, "a.pdf", SampleFiles.pdf()));
        assertThat(attached(attach(DemonstrationUser.SECRETARIAT, note, "a.pdf", SampleFiles.pdf())))
                .isEqualTo(first);
    }

    @Test
    void a_note_takes_five_files_also_when_they_come_at_once() throws Exception {
        Note note = secretariatWrites(Visibility.MEMBERS);
        int senders = AttachmentService.MOST_PER_NOTE + 4;
        CountDownLatch together = new CountDownLatch(senders);
        List<Future<AttachOutcome>> sent;
        try (ExecutorService executor = Executors.newFixedThreadPool(senders)) {
            sent = IntStream.range(0, senders)
                    .mapToObj(number -> executor.submit(() -> {
                        together.countDown();
                        together.await();
                        return attach(DemonstrationUser.SECRETARIAT, note, number + ".pdf", SampleFiles.pdf());
                    }))
                    .toList();
        }
        int refused = 0;
        for (Future<AttachOutcome> outcome : sent) {
            if (outcome.get() instanceof AttachOutcome.NotTaken notTaken) {
                assertThat(notTaken.cause()).isEqualTo(Cause.TOO_MANY);
                refused++;
            }
        }
        assertThat(refused).isEqualTo(4);
        assertThat(discussion
                        .note(user(DemonstrationUser.SECRETARIAT), note.id())
                        .attachments())
                .hasSize(AttachmentService.MOST_PER_NOTE);
    }

    @Test
    void the_trail_tells_of_the_file_but_not_its_name() {
        Note note = secretariatWrites(Visibility.COUNCIL);
        Attachment attached = attached(attach(DemonstrationUser.SECRETARIAT, note, "人事の秘密.pdf", SampleFiles.pdf()));
        attachments.remove(user(DemonstrationUser.SECRETARIAT), attached.id());

        var entries = BACKEND.bean(HistoryService.class)
                .ofPlan(user(DemonstrationUser.SECRETARIAT), VISION, "9", TrailFilter.ALL, 0, 20)
                .entries();

        assertThat(entries.toString())
                .contains("ATTACH_FILE", "REMOVE_ATTACHMENT", attached.id().toString())
                .doesNotContain("秘密");
    }

    @Test
    void a_file_makes_the_note_unread_for_others() {
        Note note = secretariatWrites(Visibility.MEMBERS);
        Actor hiraizumi = user(DemonstrationUser.HIRAIZUMI);
        following.markRead(hiraizumi, VISION, List.of(note.id()));
        attached(attach(DemonstrationUser.SECRETARIAT, note, "a.pdf", SampleFiles.pdf()));
        assertThat(discussion.note(hiraizumi, note.id()).mark().name()).isEqualTo("UNREAD");
    }

    @Test
    void an_unknown_note_or_file_is_not_found() {
        Actor secretariat = user(DemonstrationUser.SECRETARIAT);
        assertThatThrownBy(() -> attachments.file(secretariat, UUID.randomUUID()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        attachments.attach(secretariat, UUID.randomUUID(), "a.pdf", InputStream.nullInputStream()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void where_the_scanner_is_set_up_and_not_there_nothing_is_taken() throws IOException {
        try (RunningBackend alone = RunningBackend.alone(
                Map.of("kyosei.clamav.host", "127.0.0.1", "kyosei.clamav.port", Integer.toString(Clamd.freePort())))) {
            AttachOutcome.NotTaken notTaken = notTaken(sendTo(alone, SampleFiles.pdf()));
            assertThat(notTaken.cause()).isEqualTo(Cause.NOT_SCANNED);
            assertThat(notTaken.message()).contains("ウイルス検査ができない", "もう一度");
        }
    }

    @Test
    void where_the_scanner_is_there_the_harmful_is_refused_and_written_down(@TempDir Path directory) {
        assumeTrue(Clamd.isInstalled(), "clamd is not installed here");
        try (Clamd clamd = Clamd.start(directory);
                RunningBackend alone = RunningBackend.alone(Map.of(
                        "kyosei.clamav.host", "127.0.0.1", "kyosei.clamav.port", Integer.toString(clamd.port())))) {
            attached(sendTo(alone, SampleFiles.pdf()));
            assertThat(notTaken(sendTo(alone, SampleFiles.pdfWithTestVirus())).cause())
                    .isEqualTo(Cause.INFECTED);
            assertThat(alone.bean(HistoryService.class)
                            .ofPlan(alone.user(DemonstrationUser.SECRETARIAT), VISION, "9", TrailFilter.ALL, 0, 20)
                            .entries()
                            .toString())
                    .contains("REFUSE_INFECTED_FILE", "Kyosei.Test");
        }
    }

    private static AttachOutcome sendTo(RunningBackend backend, byte[] content) {
        NoteWriting writing = backend.bean(NoteWriting.class);
        Actor secretariat = backend.user(DemonstrationUser.SECRETARIAT);
        Note note = writing.write(secretariat, VISION, note(Visibility.MEMBERS));
        return writing.attach(secretariat, note.id(), "a.pdf", new ByteArrayInputStream(content));
    }

    private AttachOutcome attach(DemonstrationUser user, Note note, String name, byte[] content) {
        return writing.attach(user(user), note.id(), name, new ByteArrayInputStream(content));
    }

    private static Attachment attached(AttachOutcome outcome) {
        assertThat(outcome).isInstanceOf(AttachOutcome.Attached.class);
        return ((AttachOutcome.Attached) outcome).attachment();
    }

    private static AttachOutcome.NotTaken notTaken(AttachOutcome outcome) {
        assertThat(outcome).isInstanceOf(AttachOutcome.NotTaken.class);
        return (AttachOutcome.NotTaken) outcome;
    }

    private Note secretariatWrites(Visibility visibility) {
        return writing.write(user(DemonstrationUser.SECRETARIAT), VISION, note(visibility));
    }

    private static NewNote note(Visibility visibility) {
        return new NewNote(
                new NoteTarget.Indicator("9"), new FiscalYear(2022), NoteKind.OPINION, visibility, "資料を付けます。");
    }

    private static Actor user(DemonstrationUser user) {
        return BACKEND.user(user);
    }
}
