package jp.kyosei.backend.api.web;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of this contract, made from the controllers when they are compiled. It names no data. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Kyosei",
                        version = "1",
                        description = "Plans of Japanese municipalities and their results"),
        security = @SecurityRequirement(name = "keycloak"))
@SecurityScheme(name = "keycloak", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT")
@Controller("/api/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
final class OpenApiController {
    private static final String DESCRIPTION = "classpath:META-INF/swagger/kyosei.yml";

    private final byte[] description;

    OpenApiController(ResourceResolver resources) {
        try (InputStream stream = resources
                .getResourceAsStream(DESCRIPTION)
                .orElseThrow(() -> new IllegalStateException(DESCRIPTION + " is missing"))) {
            description = stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(DESCRIPTION + " could not be read", e);
        }
    }

    @Get(value = "/openapi.yaml", produces = "application/yaml")
    HttpResponse<byte[]> openApi() {
        return HttpResponse.ok(description.clone());
    }
}
