package jp.kyosei.ui.staffing;

import java.util.List;
import java.util.stream.Collectors;
import jp.kyosei.backend.staffing.plan.PersonMove;
import jp.kyosei.backend.staffing.plan.Post;

/** What changes for a person, in a line. */
final class MoveWords {
    private MoveWords() {}

    /** 異動 花子：観光物産課 担当課入力 → 商工労働課 所属長承認 */
    static String of(PersonMove move) {
        if (move.begins().isEmpty()) {
            return "%s：%sを持たなくなる".formatted(move.displayName(), words(move.ends()));
        }
        if (move.ends().isEmpty()) {
            return "%s：%sが加わる".formatted(move.displayName(), words(move.begins()));
        }
        return "%s：%s → %s".formatted(move.displayName(), words(move.ends()), words(move.begins()));
    }

    private static String words(List<Post> posts) {
        return posts.stream().map(Post::words).collect(Collectors.joining("、"));
    }
}
