package jp.kyosei.backend.importing.document;

import java.util.List;

/** The document has problems; all of them are named and nothing has been saved. */
public final class ImportRefusedException extends RuntimeException {
    private final transient List<ImportProblem> problems;

    public ImportRefusedException(List<ImportProblem> problems) {
        super("取り込めませんでした。%d件の問題があります。何も保存していません。".formatted(problems.size()), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public List<ImportProblem> problems() {
        return problems;
    }
}
