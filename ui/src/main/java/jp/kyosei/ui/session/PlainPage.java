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
                    <p><a class="button" href="/">%3$s</a></p>
                  </main>
                </body>
                </html>
                """.formatted(title, text, link);
    }
}
