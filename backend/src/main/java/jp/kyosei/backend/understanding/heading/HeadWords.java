package jp.kyosei.backend.understanding.heading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyosei.backend.understanding.heading.Vocabulary.Found;
import jp.kyosei.backend.understanding.year.YearReading;
import jp.kyosei.backend.understanding.year.YearWords;
import org.jspecify.annotations.Nullable;

/**
 * The words of a head: what it is about, what makes its figures into others, and its year. In Japanese the last word counts
 * (目標達成率 is a rate), the lowest text of a head before its group, and what stands in brackets last.
 *
 * @param main the word that says what it is; none where no word does
 * @param rival a second word of another sense beside it, as in 目標・実績; none for most
 * @param aside the word that makes its figures into others than the indicator's
 * @param year as far as it names one
 * @param bareYear whether it says nothing but a year
 * @param relative by how many years it lies before the newest; none where it names none so
 */
record HeadWords(
        @Nullable Found main,
        @Nullable Found rival,
        @Nullable Found aside,
        @Nullable YearReading year,
        boolean severalYears,
        boolean bareYear,
        @Nullable Integer relative) {
    private static final Pattern BRACKET = Pattern.compile("[(\\[【]([^()\\[\\]【】]*)[)\\]】]");
    private static final Pattern AND = Pattern.compile("[・/、,&]|と|及び|および|並びに|または|又は|(?<=\\))\\s*(?=.)|[(\\[].*[)\\]]");
    /** What papers put beside a year: the letters a to z of their formulas, brackets, marks. */
    private static final Pattern TRIMMINGS = Pattern.compile(
            "[()\\[\\]【】、,.・:：_*=~⇒→÷/-]|年度?|(?<![a-z])[a-z](?![a-z])|末|時点|現在|分|[0-9]+(?:月|日)|[0-9]{1,2}$");

    private static final List<Relative> RELATIVES = List.of(
            new Relative("前々年度?|一昨年度?|前々年", 2),
            new Relative("前年度|昨年度|前年|昨年", 1),
            new Relative("今年度|本年度|当年度|当該年度|本年|今年", 0),
            new Relative("翌年度|次年度|来年度", -1));

    private record Relative(Pattern pattern, int before) {
        Relative(String pattern, int before) {
            this(Pattern.compile(pattern), before);
        }
    }

    static HeadWords of(List<String> parts, YearWords years) {
        List<Part> read = parts.stream().map(part -> Part.of(part, years)).toList();
        Found main = null;
        Found rival = null;
        Found aside = null;
        YearReading year = null;
        boolean several = false;
        Integer relative = null;
        boolean anyWord = false;
        boolean anyRest = false;
        for (Part part : read.reversed()) {
            if (main == null) {
                main = part.main();
                rival = part.rival();
            }
            aside = aside == null ? part.aside() : aside;
            anyWord |= part.main() != null || part.aside() != null;
            anyRest |= !part.rest().isEmpty();
            relative = relative == null ? part.relative() : relative;
            if (year == null && !part.years().isEmpty()) {
                year = part.years().getFirst();
                several = part.years().stream().anyMatch(other -> !other.last()
                        .equals(part.years().getFirst().last()));
            }
        }
        return new HeadWords(main, rival, aside, year, several, year != null && !anyWord && !anyRest, relative);
    }

    /** A text without its years, the words of heads, and what papers put beside them. */
    static String beside(String text, YearWords years) {
        String marked = years.without(YearWords.folded(text));
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (Found found : Vocabulary.standard().in(marked, false)) {
            rest.append(marked, from, found.start());
            from = found.end();
        }
        return TRIMMINGS
                .matcher(rest.append(marked.substring(from)).toString().replace("□", ""))
                .replaceAll("");
    }

    /** One text of the head. */
    private record Part(
            @Nullable Found main,
            @Nullable Found rival,
            @Nullable Found aside,
            List<YearReading> years,
            String rest,
            @Nullable Integer relative) {

        static Part of(String text, YearWords years) {
            String folded = YearWords.folded(text);
            List<YearReading> named = years.in(folded);
            String marked = years.without(folded);
            Matcher bracket = BRACKET.matcher(marked);
            List<String> insides = new ArrayList<>();
            while (bracket.find()) {
                insides.add(bracket.group(1));
            }
            String outside = bracket.replaceAll("");
            List<Found> words = Vocabulary.standard().in(outside, false);
            List<Found> inBrackets = insides.stream()
                    .flatMap(inside -> Vocabulary.standard().in(inside, true).stream())
                    .toList();
            List<Found> heads = heads(words);
            boolean fromBracket = heads.isEmpty();
            List<Found> counted = fromBracket ? heads(inBrackets) : heads;
            Found main = counted.isEmpty() ? null : counted.getLast();
            return new Part(
                    main,
                    main == null ? null : rival(outside, fromBracket ? List.of() : heads, main),
                    aside(words).or(() -> aside(inBrackets)).orElse(null),
                    named,
                    TRIMMINGS.matcher(marked.replace("□", "")).replaceAll(""),
                    relative(outside, words));
        }

        private static List<Found> heads(List<Found> words) {
            return words.stream()
                    .filter(found -> !found.word().sense().isBesideFigures())
                    .toList();
        }

        private static Optional<Found> aside(List<Found> words) {
            return words.stream()
                    .filter(found -> found.word().sense().isBesideFigures())
                    .findFirst();
        }

        /** 目標・実績 is both, 目標の実績 is not. */
        private static @Nullable Found rival(String outside, List<Found> heads, Found main) {
            for (int at = 0; at + 1 < heads.size(); at++) {
                Found other = heads.get(at);
                String between =
                        outside.substring(other.end(), heads.get(at + 1).start());
                if (other.word().sense() != main.word().sense()
                        && AND.matcher(between).find()) {
                    return other;
                }
            }
            return null;
        }

        private static @Nullable Integer relative(String outside, List<Found> words) {
            boolean isChange = words.stream().anyMatch(found -> found.word().sense() == Sense.YEAR_ON_YEAR);
            return isChange
                    ? null
                    : RELATIVES.stream()
                            .filter(relative ->
                                    relative.pattern().matcher(outside).find())
                            .map(Relative::before)
                            .findFirst()
                            .orElse(null);
        }
    }
}
