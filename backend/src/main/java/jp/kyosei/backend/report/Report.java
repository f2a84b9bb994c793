package jp.kyosei.backend.report;

import java.util.List;
import jp.kyosei.backend.report.data.DataTable;
import jp.kyosei.backend.report.paper.Paper;

/**
 * What is given out: a paper for people, and the same for programs.
 *
 * @param record the table that a CSV file holds
 * @param data the tables that stand beside the paper in a workbook
 */
record Report(Paper paper, DataTable record, List<DataTable> data) {
    Report {
        data = List.copyOf(data);
    }
}
