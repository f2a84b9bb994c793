package jp.kyosei.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/plans/mine-strategy-2?fiscalYear=2023", "/plans/計画"})
    void a_path_of_this_server_is_returned_to(String address) {
        assertThat(ReturnAddress.isOurs(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "/a\r\nSet-Cookie: x=y",
                "/%zz",
                "/[",
                "/a b",
                "plans"
            })
    void nothing_else_is(String address) {
        assertThat(ReturnAddress.isOurs(address)).isFalse();
    }
}
