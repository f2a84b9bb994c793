package jp.kyosei.infra.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListPartsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ListParts listing = new ListParts();

    @Test
    void a_licence_that_nobody_has_read_is_a_fault() throws JsonProcessingException {
        listing.jars(bom("{\"license\":{\"name\":\"Vaadin Commercial License\"}}"));

        assertThat(listing.faults()).containsOnlyKeys("pkg:maven/org.example/thing@1.2");
        assertThat(listing.faults().get("pkg:maven/org.example/thing@1.2")).contains("Vaadin Commercial License");
    }

    @Test
    void one_unread_licence_among_several_is_a_fault() throws JsonProcessingException {
        listing.jars(bom("{\"license\":{\"id\":\"MIT\"}},{\"license\":{\"id\":\"AGPL-3.0-only\"}}"));

        assertThat(listing.faults()).containsOnlyKeys("pkg:maven/org.example/thing@1.2");
    }

    @Test
    void a_part_that_says_no_licence_is_a_fault() throws JsonProcessingException {
        listing.jars(bom(""));

        assertThat(listing.faults()).containsOnlyKeys("pkg:maven/org.example/thing@1.2");
    }

    @Test
    void a_licence_is_known_however_it_is_spelled() throws JsonProcessingException {
        List<Part> parts =
                listing.jars(bom("{\"license\":{\"name\":\" cddl\"}},{\"license\":{\"id\":\"Apache-2.0\"}}"));

        assertThat(listing.faults()).isEmpty();
        assertThat(parts)
                .containsExactly(new Part("maven", "org.example/thing", "1.2", List.of("CDDL-1.0", "Apache-2.0")));
    }

    @Test
    void a_package_of_another_version_than_was_read_is_a_fault() throws JsonProcessingException {
        List<Part> read = List.of(new Part("npm", "lit", "3.3.3", List.of("BSD-3-Clause")));

        assertThat(listing.bundled(JSON.readTree("{\"npmModules\":{\"lit\":\"3.3.3\"}}"), read))
                .isEqualTo(read);
        assertThat(listing.faults()).isEmpty();

        listing.bundled(JSON.readTree("{\"npmModules\":{\"lit\":\"4.0.0\",\"left-pad\":\"1.0.0\"}}"), read);
        assertThat(listing.faults()).containsKeys("pkg:npm/lit@4.0.0", "pkg:npm/left-pad@1.0.0");
    }

    @Test
    void a_bundle_in_which_nothing_is_found_is_a_fault() throws JsonProcessingException {
        listing.bundled(JSON.readTree("{}"), List.of());

        assertThat(listing.faults()).containsOnlyKeys("pkg:npm");
    }

    @Test
    void what_has_to_be_named_and_is_not_is_a_fault() {
        Part pdf = new Part("maven", "io.example/pdf-core", "1", List.of("LGPL-2.1-or-later"));
        Part free = new Part("maven", "io.example/free", "1", List.of("MIT"));

        listing.checkNotice("LGPL: pdf-core", List.of(pdf, free));
        assertThat(listing.faults()).isEmpty();

        listing.checkNotice("nothing", List.of(pdf, free));
        assertThat(listing.faults()).containsOnlyKeys("pkg:maven/io.example/pdf-core@1");
    }

    private static ObjectNode bom(String licences) throws JsonProcessingException {
        return (ObjectNode) JSON.readTree(
                "{\"components\":[{\"group\":\"org.example\",\"name\":\"thing\",\"version\":\"1.2\",\"licenses\":["
                        + licences + "]}]}");
    }
}
