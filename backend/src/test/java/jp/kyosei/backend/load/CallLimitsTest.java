package jp.kyosei.backend.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each address and each person has a bucket of its own. */
class CallLimitsTest {
    private final CallLimits few = new CallLimits(3, 1, 2, 1, 1, 1);

    @Test
    void an_address_that_asks_too_often_is_told_when_to_come_again_and_others_are_not_kept() {
        for (int call = 0; call < 3; call++) {
            assertThat(few.ofAddress("192.0.2.1")).isEmpty();
        }

        assertThat(few.ofAddress("192.0.2.1"))
                .hasValueSatisfying(busy -> assertThat(busy.retryAfterSeconds()).isEqualTo(1));
        assertThat(few.ofAddress("192.0.2.2")).isEmpty();
    }

    @Test
    void a_person_and_a_login_are_counted_apart_from_the_address() {
        assertThat(few.ofPerson("sato")).isEmpty();
        assertThat(few.ofPerson("sato")).isEmpty();
        assertThat(few.ofPerson("sato")).isPresent();
        assertThat(few.ofPerson("suzuki")).isEmpty();
        assertThat(few.ofLogin("192.0.2.1")).isEmpty();
        assertThat(few.ofLogin("192.0.2.1")).isPresent();
        assertThat(few.ofAddress("192.0.2.1")).isEmpty();
    }

    @Test
    void no_limit_is_set_by_zero() {
        CallLimits none = new CallLimits(1, 0, 1, 0, 1, 0);

        for (int call = 0; call < 1_000; call++) {
            assertThat(none.ofAddress("192.0.2.1")).isEmpty();
            assertThat(none.ofPerson("sato")).isEmpty();
        }
    }

    @Test
    void many_addresses_fill_no_memory_without_end() {
        for (int address = 0; address < 60_000; address++) {
            assertThat(few.ofAddress("10.%d.%d.%d".formatted(address >> 16, (address >> 8) & 255, address & 255)))
                    .isEmpty();
        }

        assertThat(few.rememberedAddresses()).isEqualTo(50_000);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:",
        "2001:0db8:0001:0002:ffff:4:5:6, 2001:db8:1:2:",
        "2001:db8::1, 2001:db8:0:0:",
        "2001:DB8:1::7:8, 2001:db8:1:0:",
        "::1, 0:0:0:0:",
        "::ffff:192.0.2.1, ::ffff:192.0.2.1",
        "fe80::1%eth0, fe80:0:0:0:"
    })
    void of_ipv6_the_network_counts(String address, String network) {
        assertThat(CallLimits.network(address)).isEqualTo(network);
    }
}
