package jp.kyosei.ui.plan;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import jp.kyosei.backend.figure.FiscalYear;

/** The addresses of a plan's pages below the server, without a leading slash. */
public record PlanAddress(String plan) {
    public String structure() {
        return "plans/" + plan;
    }

    public String results() {
        return structure() + "/results";
    }

    public String results(FiscalYear year) {
        return results() + "/" + year.year();
    }

    public String summary() {
        return structure() + "/summary";
    }

    public String summary(FiscalYear year) {
        return summary() + "/" + year.year();
    }

    public String trend() {
        return structure() + "/trend";
    }

    /** The page of an indicator, judged in a year. */
    public String indicator(String no, FiscalYear year) {
        return structure() + "/indicators/" + URLEncoder.encode(no, StandardCharsets.UTF_8) + "/" + year.year();
    }
}
