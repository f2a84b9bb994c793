package jp.kyosei.backend.collection;

import java.util.List;
import jp.kyosei.backend.tenancy.RefusedException;

/** Something is to be taken out of a round that somebody has answered: asked before it is done. */
public final class AnsweredTasksException extends RefusedException {
    private static final int MOST_NAMED = 10;

    private final List<String> answered;

    AnsweredTasksException(List<String> answered) {
        super("外そうとしている照会のうち %d 件は、既に入力されています（%s%s）。外しても入力したものは残り、照会に戻せば続きから入力できます。"
                .formatted(
                        answered.size(),
                        String.join("、", answered.stream().limit(MOST_NAMED).toList()),
                        answered.size() > MOST_NAMED ? " など" : ""));
        this.answered = List.copyOf(answered);
    }

    /** Which, in words: 「No.9 平泉町」. */
    public List<String> answered() {
        return answered;
    }
}
