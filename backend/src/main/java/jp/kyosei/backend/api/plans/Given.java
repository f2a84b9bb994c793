package jp.kyosei.backend.api.plans;

import java.util.List;
import java.util.stream.IntStream;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.text.Quote;
import org.jspecify.annotations.Nullable;

/** Reads single values of the bodies about drafts; what cannot be one is refused with its field. */
final class Given {
    private Given() {}

    static <T> T required(String field, String called, @Nullable T given) {
        if (given == null) {
            throw new InvalidInputException(field, "%sを指定してください。".formatted(called));
        }
        return given;
    }

    static FiscalYear year(String field, int year) {
        if (year < FiscalYear.FIRST || year > FiscalYear.LAST) {
            throw new InvalidInputException(field, "年度は4桁の西暦で指定してください。令和4年度なら 2022 です。");
        }
        return new FiscalYear(year);
    }

    static FiscalYear year(String field, String year) {
        return FiscalYear.parse(year.matches("\\d{4}") ? year : "")
                .orElseThrow(() -> new InvalidInputException(field, "年度は4桁の西暦で指定してください。令和4年度なら 2022 です。"));
    }

    static List<MunicipalityCode> towns(String field, List<String> codes) {
        return IntStream.range(0, codes.size())
                .mapToObj(index -> MunicipalityCode.parse(codes.get(index))
                        .orElseThrow(() -> new InvalidInputException(
                                "%s[%d]".formatted(field, index), "全国地方公共団体コードは、検査数字を含む6桁の数字で指定してください。例：032069")))
                .toList();
    }

    /** The section of that number, which a body names. */
    static Section section(PlanContent content, String field, String number) {
        return content.section(number.strip())
                .orElseThrow(
                        () -> new InvalidInputException(field, "番号「%s」の体系は、この版にありません。".formatted(Quote.of(number))));
    }

    /**
     * A place from 0 on.
     *
     * @param position from 1 on; none for the last
     * @param most how many others stand there
     */
    static int index(@Nullable Integer position, int most) {
        if (position == null) {
            return most;
        }
        if (position < 1) {
            throw new InvalidInputException("position", "並び順は1以上の整数で指定してください。大きすぎる数は最後になります。");
        }
        return Math.min(position - 1, most);
    }
}
