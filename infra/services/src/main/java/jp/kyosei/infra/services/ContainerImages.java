package jp.kyosei.infra.services;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

/** The images that the containers of tests are made of. */
final class ContainerImages {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerImages.class);
    private static final long MINUTES_OF_PULLING = 15;

    private ContainerImages() {}

    /**
     * Whether a Docker daemon answers and the images are there, after pulling those that are not. The daemon counts as absent,
     * too, where Testcontainers' reaper can be neither found nor pulled: where no registry answers,
     * {@code TESTCONTAINERS_RYUK_DISABLED=true} must be said, and {@code infra/airgap/make-images} makes the rest.
     */
    static boolean areAtHand() {
        try {
            DockerClientFactory docker = DockerClientFactory.instance();
            if (!docker.isDockerAvailable()) {
                LOG.info("No containers: no Docker daemon answers that Testcontainers can work with");
                return false;
            }
            return Stream.of(PostgresContainer.IMAGE, KeycloakContainer.IMAGE)
                    .allMatch(image -> isAtHand(docker.client(), image));
        } catch (RuntimeException e) {
            LOG.info("No containers: {}", e.getMessage());
            return false;
        }
    }

    private static boolean isAtHand(DockerClient docker, String image) {
        try {
            docker.inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException absent) {
            LOG.info("Pulling {}", image);
        }
        DockerImageName name = DockerImageName.parse(image);
        try {
            return docker.pullImageCmd(name.getUnversionedPart())
                    .withTag(name.getVersionPart())
                    .exec(new PullImageResultCallback())
                    .awaitCompletion(MINUTES_OF_PULLING, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException("Interrupted", e);
        }
    }
}
