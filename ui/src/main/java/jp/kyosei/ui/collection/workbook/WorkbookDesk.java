package jp.kyosei.ui.collection.workbook;

import jakarta.inject.Singleton;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.workbook.Decisions;
import jp.kyosei.backend.workbook.RoundWorkbook;
import jp.kyosei.backend.workbook.RoundWorkbookService;
import jp.kyosei.backend.workbook.UploadedWorkbook;
import jp.kyosei.ui.session.CurrentActor;

/** The workbooks of a collection, for the person at the screen with the roles held at that moment. */
@Singleton
public class WorkbookDesk {
    private final RoundWorkbookService workbooks;
    private final CurrentActor current;

    WorkbookDesk(RoundWorkbookService workbooks, CurrentActor current) {
        this.workbooks = workbooks;
        this.current = current;
    }

    /** Whose workbook: a town's part of a plan's collection. */
    public record Spot(String plan, FiscalYear year, MunicipalityCode town, String townName) {}

    /** A file as it was sent. */
    static final class Sent {
        private final String name;
        private final byte[] content;

        Sent(String name, byte[] content) {
            this.name = name;
            this.content = content.clone();
        }

        String name() {
            return name;
        }
    }

    RoundWorkbook workbook(Spot spot) {
        return workbooks.workbook(current.require(), spot.plan(), spot.year(), spot.town());
    }

    UploadedWorkbook preview(Spot spot, Sent sent, Decisions decisions) {
        return workbooks.preview(
                current.require(), spot.plan(), spot.year(), spot.town(), sent.name, sent.content, decisions);
    }

    UploadedWorkbook apply(Spot spot, Sent sent, Decisions decisions) {
        return workbooks.apply(
                current.require(), spot.plan(), spot.year(), spot.town(), sent.name, sent.content, decisions);
    }
}
