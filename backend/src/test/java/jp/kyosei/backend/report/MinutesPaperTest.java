package jp.kyosei.backend.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.kyosei.backend.report.document.MinutesPaper;
import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.report.paper.Paper.Block;
import org.junit.jupiter.api.Test;

/** 議事要旨 on paper: what was written, without the signs of its markup. */
class MinutesPaperTest {
    private static final String TITLE = "令和5年度第2回懇談会　議事要旨";

    @Test
    void headings_lists_and_paragraphs_stand_on_the_paper_without_signs() {
        Paper paper = paper(
                "# %s\n\n- 場所：一関市役所\n\n## 意見と対応\n\n### No.9 宿泊者数\n\n- 質問：冬は。\n  - 回答：休みます。\n\n次回は春。\n平泉町で。\n\n**決まったこと**　春に開く。\n"
                        .formatted(TITLE));

        assertThat(paper.blocks())
                .containsExactly(
                        new Block.Bullets(List.of("場所：一関市役所")),
                        new Block.Heading(1, "意見と対応"),
                        new Block.Heading(2, "No.9 宿泊者数"),
                        new Block.Bullets(List.of("質問：冬は。", "　― 回答：休みます。")),
                        new Block.Words("次回は春。\n平泉町で。"),
                        new Block.Words("決まったこと　春に開く。"));
        assertThat(paper.mark()).isEqualTo("案");
    }

    @Test
    void nothing_is_lost_of_quotations_and_counted_lists_and_no_markup_becomes_a_tag() {
        Paper paper = paper("> 引用した文\n\n1. 一つ目\n2. 二つ目\n\n<b>太字</b>\n");

        assertThat(paper.blocks())
                .containsExactly(
                        new Block.Words("引用した文"),
                        new Block.Bullets(List.of("1．一つ目", "2．二つ目")),
                        new Block.Words("<b>太字</b>"));
    }

    @Test
    void an_empty_text_says_so() {
        assertThat(paper("").blocks()).containsExactly(new Block.Words("まだ書かれていません。"));
    }

    private static Paper paper(String markdown) {
        return MinutesPaper.of(TITLE, "案", List.of("令和5年12月1日"), markdown);
    }
}
