package jp.kyosei.backend.importing;

import java.nio.charset.StandardCharsets;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.applying.ImportApplying;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.applying.ImportPreviews;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportInbox;
import jp.kyosei.backend.importing.inbox.NewImport;
import jp.kyosei.backend.importing.undoing.ImportUndoing;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.tenancy.Actor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Files brought into the demonstration plan, on a backend of its own. */
abstract class ImportCase {
    static RunningBackend backend;
    static final String PLAN = "mine-strategy-2";
    static final String HEADER = "指標名,単位,R4実績,R5実績,R6目標,R5進捗率,R5状況\n";

    final ImportInbox imports = bean(ImportInbox.class);
    final ImportUndoing undoing = bean(ImportUndoing.class);
    final ImportApplying applying = bean(ImportApplying.class);
    final ImportPreviews previews = bean(ImportPreviews.class);
    final Actor mine = user(DemonstrationUser.MINE);

    @BeforeAll
    static void a_backend_of_its_own() {
        backend = RunningBackend.alone();
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    DataImport receive(String csv) {
        return imports.receive(
                mine,
                "mine",
                new NewImport(PLAN, "", new FiscalYear(2023), "表.csv"),
                csv.getBytes(StandardCharsets.UTF_8));
    }

    ImportPreview preview(DataImport brought) {
        return previews.preview(mine, brought.id()).orElseThrow();
    }

    String figure(String no, int year) {
        return backend.bean(ResultsService.class).results(mine, PLAN, new FiscalYear(2023)).rows().stream()
                .filter(row -> row.indicator().no().equals(no))
                .flatMap(row -> row.figures().stream())
                .filter(figure -> figure.fiscalYear().year() == year)
                .findFirst()
                .orElseThrow()
                .text();
    }

    /** Of the backend that runs by now. */
    static <T> T bean(Class<T> type) {
        return backend.bean(type);
    }

    static Actor user(DemonstrationUser user) {
        return backend.user(user);
    }
}
