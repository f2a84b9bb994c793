package jp.kyosei.ui.server;

import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.apache.tomcat.util.http.InvalidParameterException;

/** What {@link UnreadableRequests} says, said where a controller's arguments are read. */
@Factory
class UnreadableForms {
    private final ErrorResponseProcessor<?> problems;

    UnreadableForms(ErrorResponseProcessor<?> problems) {
        this.problems = problems;
    }

    @Singleton
    ExceptionHandler<InvalidParameterException, HttpResponse<?>> parameters() {
        return badRequest();
    }

    @Singleton
    ExceptionHandler<UnsupportedCharsetException, HttpResponse<?>> unknownCharset() {
        return badRequest();
    }

    @Singleton
    ExceptionHandler<IllegalCharsetNameException, HttpResponse<?>> namelessCharset() {
        return badRequest();
    }

    private <T extends Throwable> ExceptionHandler<T, HttpResponse<?>> badRequest() {
        return (request, unreadable) ->
                problems.processResponse(ErrorContext.builder(request).build(), HttpResponse.badRequest());
    }
}
