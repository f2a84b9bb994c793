package jp.kyosei.backend.report.order;

/**
 * There is no such order: it is another person's, was fetched long ago, or went with the process that made it. The three are
 * never told apart; the message says in Japanese what to do.
 */
public final class OrderGoneException extends RuntimeException {
    OrderGoneException() {
        super("この書き出しは残っていません。作ったものは15分で消え、サーバーの再起動でも消えます。もう一度書き出してください。", null, false, false);
    }
}
