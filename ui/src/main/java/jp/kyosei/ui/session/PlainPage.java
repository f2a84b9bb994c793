package jp.kyosei.ui.session;

/** A page that stands outside of the screens and runs no script. */
public final class PlainPage {
    private PlainPage() {}

    /**
     * Builds the page.
     *
     * @param title what has happened
     * @param text what it means, and what to do
     * @param link what stands on the button, which leads to the first screen and thereby to the login
     */
    public static String html(String title, String text, String link) {
        return page(title, text, "<a class=\"button\" href=\"/\">%s</a>".formatted(link));
    }

    /** The same with a button that sends something, and a way back. */
    public static String asking(String title, String text, String address, String button) {
        return page(title, text, """
                <form method="post" action="%s"><button class="button" type="submit">%s</button> \
                <a href="/">ホームへ戻る</a></form>""".formatted(address, button));
    }

    private static String page(String title, String text, String action) {
        return """
                <!doctype html>
                <html lang="ja">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <title>%1$s - Kyosei</title>
                  <link rel="icon" href="/page/icon.svg">
                  <link rel="stylesheet" href="/page/page.css">
                </head>
                <body>
                  <main>
                    <p class="brand">Kyosei</p>
                    <h1>%1$s</h1>
                    <p>%2$s</p>
                    <div>%3$s</div>
                  </main>
                </body>
                </html>
                """.formatted(title, text, action);
    }
}
