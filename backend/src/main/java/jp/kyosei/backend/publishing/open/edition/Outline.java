package jp.kyosei.backend.publishing.open.edition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import jp.kyosei.backend.publishing.PublishedYear;

/**
 * What others have to know of a publication's content: which indicators it has, whose towns' figures, what it is about, whom
 * to ask, how it came to be.
 *
 * @param towns names by 全国地方公共団体コード, in the order in which they are first met
 * @param topics titles of the plan's topmost sections
 * @param contact one line; empty for the owner's name alone
 * @param editions the revisions that may be told of, the one in force last; empty where it was published before they were kept
 */
public record Outline(
        List<Line> lines,
        SequencedMap<String, String> towns,
        List<String> topics,
        String contact,
        List<PublishedYear.Edition> editions) {
    public Outline {
        lines = List.copyOf(lines);
        topics = List.copyOf(topics);
        editions = List.copyOf(editions);
    }

    /**
     * An indicator.
     *
     * @param sections titles of its sections from the top down
     */
    public record Line(String no, String name, String unit, List<String> sections) {
        public Line {
            sections = List.copyOf(sections);
        }
    }

    public static Outline of(PublishedYear document) {
        Map<String, String> titles = document.sections().stream()
                .collect(Collectors.toMap(
                        PublishedYear.Section::number, PublishedYear.Section::title, (one, same) -> one));
        SequencedMap<String, String> towns = new LinkedHashMap<>();
        document.rows().forEach(row -> row.figures().forEach(figure -> figure.byMunicipality()
                .forEach(town -> towns.putIfAbsent(town.municipality(), town.name()))));
        PublishedYear.Imprint imprint = document.imprint();
        return new Outline(
                document.rows().stream()
                        .map(row -> new Line(
                                row.no(),
                                row.name(),
                                row.unit(),
                                row.section().stream()
                                        .map(number -> titles.getOrDefault(number, ""))
                                        .filter(title -> !title.isEmpty())
                                        .toList()))
                        .toList(),
                towns,
                document.rows().stream()
                        .flatMap(row -> row.section().stream().limit(1))
                        .distinct()
                        .map(number -> titles.getOrDefault(number, ""))
                        .filter(title -> !title.isEmpty())
                        .toList(),
                imprint == null ? "" : imprint.contact(),
                imprint == null ? List.of() : imprint.editions());
    }

    /** The same indicator as that one of another year: of the same name, else of the same number. */
    public Optional<Line> like(String no, String name) {
        return lines.stream()
                .filter(line -> line.name().equals(name) && line.no().equals(no))
                .findFirst()
                .or(() ->
                        lines.stream().filter(line -> line.name().equals(name)).findFirst())
                .or(() -> lines.stream().filter(line -> line.no().equals(no)).findFirst());
    }
}
