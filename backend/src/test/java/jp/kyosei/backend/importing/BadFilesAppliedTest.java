package jp.kyosei.backend.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.applying.ImportApplying;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportId;
import jp.kyosei.backend.importing.inbox.ImportInbox;
import jp.kyosei.backend.importing.inbox.ImportState;
import jp.kyosei.backend.importing.inbox.NewImport;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.results.ResultsSheet;
import jp.kyosei.backend.sheet.BadFile;
import jp.kyosei.backend.sheet.BadFiles;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.RefusedException;
import org.junit.jupiter.api.Test;

/** Every file of the corpus, brought in as a person would: refused in clear words, and nothing changes. */
class BadFilesAppliedTest {
    @Test
    void each_bad_file_is_refused_in_japanese_and_changes_nothing() {
        try (RunningBackend backend = RunningBackend.alone()) {
            ImportInbox imports = backend.bean(ImportInbox.class);
            ImportApplying applying = backend.bean(ImportApplying.class);
            ResultsService results = backend.bean(ResultsService.class);
            Actor mine = backend.user(DemonstrationUser.MINE);
            ResultsSheet before = results.results(mine, "mine-strategy-2", new FiscalYear(2023));
            int count = 0;
            // One after the other: some of them are large.
            for (Iterator<BadFile> files = BadFiles.all().iterator(); files.hasNext(); ) {
                BadFile file = files.next();
                DataImport brought = imports.receive(
                        mine,
                        "mine",
                        new NewImport("mine-strategy-2", "", new FiscalYear(2023), file.fileName()),
                        file.content());
                brought = settled(imports, mine, brought);
                assertThat(brought.state()).as(file.name()).isEqualTo(ImportState.UNREADABLE);
                assertThat(brought.message()).as(file.name()).contains(file.messagePart());
                ImportId id = brought.id();
                assertThatThrownBy(() -> applying.apply(mine, id, null, "理由"))
                        .as(file.name())
                        .isInstanceOf(RefusedException.class);
                count++;
            }
            assertThat(count).isGreaterThanOrEqualTo(100);
            assertThat(results.results(mine, "mine-strategy-2", new FiscalYear(2023)))
                    .isEqualTo(before);
        }
    }

    /** Each look waits a moment; a bad file takes a few of them at most. */
    private static DataImport settled(ImportInbox imports, Actor actor, DataImport brought) {
        DataImport found = brought;
        for (int look = 0; look < 10 && found.state() == ImportState.READING; look++) {
            found = imports.find(actor, brought.id());
        }
        return found;
    }
}
