package jp.kyosei.backend.importing.layout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.reading.BookTexts;
import jp.kyosei.backend.importing.reading.ImportTarget;
import jp.kyosei.backend.importing.reading.PlanAssembly;
import jp.kyosei.backend.importing.reading.ReadPlan;
import jp.kyosei.backend.owners.AllianceKind;
import jp.kyosei.backend.owners.Member;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerState;
import jp.kyosei.backend.sheet.Book;
import jp.kyosei.backend.sheet.reading.SheetReader;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.OwnerKind;
import jp.kyosei.backend.understanding.Corrections;
import jp.kyosei.backend.understanding.Hints;
import jp.kyosei.backend.understanding.RememberedHeads;
import jp.kyosei.backend.understanding.UnderstoodBook;
import jp.kyosei.backend.understanding.fate.CellFate;
import jp.kyosei.backend.understanding.question.Answers;
import jp.kyosei.backend.understanding.question.Question;
import jp.kyosei.backend.understanding.table.BookUnderstanding;

/** A layout as an import reads it, as a new plan: the file, its sheets, the plan. */
record Reading(UnderstoodBook book, ReadPlan plan) {
    private static final List<MunicipalityCode> CODES = List.of(
            new MunicipalityCode("032093"),
            new MunicipalityCode("034029"),
            new MunicipalityCode("052124"),
            new MunicipalityCode("352136"));
    private static final SheetReader SHEETS = new SheetReader();

    static Reading of(Layout layout) {
        return of(layout, Answers.NONE);
    }

    /** The same when its questions were answered. */
    static Reading of(Layout layout, Answers answers) {
        Book book = BookTexts.cleaned(SHEETS.read(LayoutBytes.fileName(layout), LayoutBytes.of(layout)));
        Hints hints = new Hints(
                layout.newest(),
                null,
                Set.copyOf(layout.towns()),
                new Corrections(Map.of(), answers, Map.of()),
                RememberedHeads.NONE);
        UnderstoodBook understood = new BookUnderstanding(hints).understand(book);
        PlanAssembly assembly = new PlanAssembly(target(layout), answers);
        ReadPlan plan = assembly.of(understood);
        return new Reading(assembly.understood().with(plan.questions()), plan);
    }

    /** The most questions of a sheet that a person has to answer before it can be applied. */
    int questions() {
        return book.sheets().stream()
                .mapToInt(sheet -> (int)
                        sheet.questions().stream().filter(Question::isOpen).count())
                .max()
                .orElse(0);
    }

    /** What is said of the cells. */
    Stream<CellFate> fates() {
        return book.sheets().stream().flatMap(sheet -> sheet.fates().stream());
    }

    /** The code by which the product knows a town of the layout. */
    static MunicipalityCode code(Layout layout, String town) {
        return CODES.get(layout.towns().indexOf(town));
    }

    private static ImportTarget target(Layout layout) {
        boolean alliance = !layout.towns().isEmpty();
        List<Member> members = new ArrayList<>();
        for (String town : layout.towns()) {
            members.add(new Member(code(layout, town), town, members.isEmpty(), new FiscalYear(2010), null));
        }
        return new ImportTarget(
                new Owner(
                        OwnerId.next(),
                        "owner",
                        alliance ? OwnerKind.ALLIANCE : OwnerKind.MUNICIPALITY,
                        alliance ? "圏域" : "市",
                        alliance ? null : CODES.getFirst(),
                        alliance ? AllianceKind.SETTLEMENT_SPHERE : null,
                        OwnerState.RUNNING,
                        Instant.EPOCH,
                        members,
                        0),
                alliance ? null : CODES.getFirst(),
                "plan",
                layout.name(),
                layout.newest());
    }
}
