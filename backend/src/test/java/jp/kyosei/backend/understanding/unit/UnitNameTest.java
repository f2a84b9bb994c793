package jp.kyosei.backend.understanding.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "人", "千人", "万人", "％", "%", "件", "件/年", "百万円", "億円", "千円", "ha", "ｋｍ", "㎡", "か所", "ヶ所", "箇所", "回", "戸",
                "世帯", "社", "店舗", "台", "冊", "t-CO2", "ｔ－ＣＯ２", "千t-CO2", "人泊", "点", "位", "歳", "延べ人", "人/日", "人・回", "円/人",
                "人/10万人", "団体", "校", "地区", "経営体", "ポイント",
            })
    void a_unit_is_known(String text) {
        assertThat(UnitName.isUnit(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "累計", "R4", "速報値", "新規", "公民館", "県", "①", "KPI", "うち女性", "見込み", "令和4年度"})
    void what_is_no_unit_is_none(String text) {
        assertThat(UnitName.isUnit(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"千人,3,人", "百万円,6,円", "十億円,9,円", "人,0,人", "名,0,人", "万件/年,4,件/年", "カ所,0,箇所", "％,0,%", "㎡,0,㎡", "兆円,12,円"})
    void a_unit_has_a_magnitude_and_a_base(String text, int exponent, String base) {
        assertThat(UnitName.of(text).exponent()).isEqualTo(exponent);
        assertThat(UnitName.of(text).base()).isEqualTo(base);
    }

    @Test
    void the_unit_is_found_in_heads_names_and_remarks() {
        assertThat(UnitName.stated("（単位：千人）").orElseThrow().written()).isEqualTo("千人");
        assertThat(UnitName.stated("単位　千人").orElseThrow().written()).isEqualTo("千人");
        assertThat(UnitName.stated("単位等")).isEmpty();
        assertThat(UnitName.atEndOf("利用者数（千人）").orElseThrow()).isEqualTo(new UnitName.Named("利用者数", UnitName.of("千人")));
        assertThat(UnitName.atEndOf("利用者数 (単位:千人)").orElseThrow().name()).isEqualTo("利用者数");
        assertThat(UnitName.atEndOf("出生数［人］").orElseThrow().unit().written()).isEqualTo("人");
        assertThat(UnitName.atEndOf("休日・夜間診療（一次）")).isEmpty();
        assertThat(UnitName.atEndOf("利用者数")).isEmpty();
        assertThat(UnitName.cleaned("（千人）")).isEqualTo("千人");
        assertThat(UnitName.cleaned("単位：千人")).isEqualTo("千人");
        assertThat(UnitName.cleaned(" 千 人 ")).isEqualTo("千人");
    }
}
