package jp.kyosei.ui.collection.board;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.Map;
import java.util.TreeMap;
import jp.kyosei.backend.collection.board.CollectionBoard;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.ui.collection.workbook.WorkbookBox;
import jp.kyosei.ui.collection.workbook.WorkbookDesk;

/** A town's workbook each, for towns that answer by file. */
final class WorkbookFold extends NativeDetails {
    /** @param applied called when a workbook has been taken in */
    WorkbookFold(WorkbookDesk desk, CollectionBoard board, Runnable applied) {
        super("Excelで集める（市町村ごと）", boxes(desk, board, applied));
        addClassName("workbook-fold");
    }

    private static Div boxes(WorkbookDesk desk, CollectionBoard board, Runnable applied) {
        Map<MunicipalityCode, String> towns = new TreeMap<>();
        board.rows().stream()
                .flatMap(row -> row.parts().stream())
                .forEach(part -> towns.put(part.task().municipality(), part.townName()));
        Div boxes = new Div();
        towns.forEach((town, name) -> boxes.add(
                new H3(name),
                new WorkbookBox(
                        desk,
                        new WorkbookDesk.Spot(
                                board.content().plan().slug(), board.round().fiscalYear(), town, name),
                        applied)));
        return boxes;
    }
}
